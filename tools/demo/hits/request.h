/* One request of a log line:  "GET /index.html 200 5120" */
#ifndef REQUEST_H
#define REQUEST_H

struct request {
  char method[16];
  char *path;
  int status;
  long bytes;
};

/* The request in `line`, which request_free frees; NULL when there is none or no memory. */
struct request *request_new(const char *line);
void request_free(struct request *r);

#endif
