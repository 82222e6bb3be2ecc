/* Whole functions from templates (idiom.c), in C++. */
#include "gen.h"

static const char *const idioms_cxx[] = {
    /* Exceptions through owners. */
    "NOINLINE static u64 risky$I(own<u64> &u, u64 x) { u.p[0] += x; if (x % 4 == 1) throw "
    "(int)(u.p[0] & 127); return u.p[1]; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; for (int i = 0; i < 4; i++) try { own<u64> "
    "a(new u64[2]{x0, 3}); own<u64> b(new u64[x0 % 3 + 2]()); MIX(risky$I(a, x0 >> i)); "
    "MIX(risky$I(b, x0 >> (i + 3))); } catch (int e) { MIX(e); } return h; }\n",
    /* An object with a constructor that throws. */
    "struct thing$I { u64 *p; thing$I(u64 x) : p(new u64(x)) { if (x % 3 == 0) { u64 v = *p; "
    "delete p; throw (int)(v & 15); } } ~thing$I() { delete p; } };\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; for (u64 i = 0; i < 5; i++) try { thing$I *t "
    "= new thing$I(x0 + i); MIX(*t->p); delete t; } catch (int e) { MIX(e); } return h; }\n",
    /* A class hierarchy with a virtual destructor. */
    "struct base$I { u64 v; base$I(u64 x) : v(x) {} virtual ~base$I() {} virtual u64 get() { "
    "return v; } };\n"
    "struct sub$I : base$I { u64 *q; sub$I(u64 x) : base$I(x), q(new u64[3]{x, 1, 2}) {} ~sub$I() "
    "override { delete[] q; } u64 get() override { return q[0] * 3 + v; } };\n"
    "static u64 f$I(u64 x0, int d) { base$I *b = x0 & 1 ? new base$I(x0) : (base$I *)new "
    "sub$I(x0); u64 s = b->get() + (u64)d; delete b; return s; }\n",
    /* Move semantics by hand. */
    "struct vec$I { u64 *p; int n; vec$I() : p(nullptr), n(0) {} vec$I(vec$I &&o) : p(o.p), n(o.n) "
    "{ o.p = nullptr; } ~vec$I() { delete[] p; }\n"
    "  void push(u64 v) { u64 *q = new u64[n + 1]; for (int i = 0; i < n; i++) q[i] = p[i]; q[n++] "
    "= v; delete[] p; p = q; } };\n"
    "$Q static vec$I build$I(u64 x) { vec$I v; for (u64 i = 0; i < x % 6 + 1; i++) v.push(x + i); "
    "return v; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; vec$I a = build$I(x0), b((vec$I &&)a); "
    "b.push(3); MIX(sum_u64_n(b.p, b.n)); return h; }\n",
    /* Aligned and sized forms, placement new. */
    "struct alignas(64) wide$I { u64 v[8]; };\n"
    "NOINLINE static u64 low$I(void *p) { return (uintptr_t)p & 63; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; wide$I *w = new wide$I(); MIX(w->v[3]); "
    "w->v[2] = x0; MIX(low$I(w)); MIX(w->v[2]); delete w; void *m = ::operator new(24); u64 *p = "
    "new (m) u64(x0); MIX(*p); ::operator delete(m); void *n = malloc(16); u64 *q = new (n) "
    "u64[2]{x0, 2}; MIX(q[1]); free(n); return h; }\n",
    /* Catch, free and rethrow. */
    "NOINLINE static u64 inner$I(u64 x) { u64 *p = new u64(x), *q = (u64 *)malloc(8); *q = 3; try "
    "{ if (x % 3) throw (int)(x & 31); *p += 2; } catch (...) { *q += *p; if (*q & 1) { delete p; "
    "free(q); throw; } } u64 s = *p + *q; delete p; free(q); return s; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; for (int i = 0; i < 4; i++) try { "
    "MIX(inner$I(x0 >> i)); } catch (int e) { MIX(e); } return h; }\n",
    /* A pointer to the object is thrown. */
    "NOINLINE static u64 toss$I(u64 x) { u64 *p = new u64[2]{x, x / 3}; if (x & 1) throw p; u64 v "
    "= p[1]; delete[] p; return v; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; for (int i = 0; i < 4; i++) try { "
    "MIX(toss$I(x0 >> i)); } catch (u64 *p) { MIX(p[0] + p[1]); delete[] p; } return h; }\n",
    /* A closure object on the heap. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u64 *p = new u64(x0); auto add = [p, &h](u64 "
    "v) { *p += v; MIX(*p); }; auto *c = new decltype(add)(add); for (u64 i = 0; i < 3; i++) "
    "(*c)(i); delete c; MIX(*p); delete p; return h; }\n",
};

const char *choose_cxx_idiom(void) {
  return idioms_cxx[rnd(sizeof idioms_cxx / sizeof *idioms_cxx)];
}
