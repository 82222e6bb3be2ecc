all: part.o unit.o

part.o unit.o: %.o: ../part.c
	$(CC) $(CFLAGS) -O2 -DNAME=$(NAME)_$* -c -o $@ $<
