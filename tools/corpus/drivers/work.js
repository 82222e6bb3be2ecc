// Workload for mujs: objects, arrays, closures, regular expressions, strings, exceptions, JSON.

function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
print("fib", fib(20));

var words = [], count = {}, i;
for (i = 0; i < 5000; ++i) words.push("w" + (i * 7919) % 1009);
words.forEach(function (w) { count[w] = (count[w] || 0) + 1; });
var keys = Object.keys(count).sort(function (a, b) {
  return count[b] - count[a] || (a < b ? -1 : 1);
});
print("words", keys.length, keys.slice(0, 8).join());

var text = words.join(" ");
var sum = 0;
text.replace(/(\w)(\d+)/g, function (all, a, b) { sum = (sum * 31 + Number(b)) % 1000003; return ""; });
print("regexp", sum, text.split(/\s+/).length, /(a|ab)(c|bcd)(d*)/.exec("abcd"));

function Shape(name) { this.name = name; }
Shape.prototype.describe = function () { return "shape " + this.name; };
var shapes = [];
for (i = 0; i < 2000; ++i) shapes.push(new Shape("s" + i));
print("objects", shapes.map(function (s) { return s.describe().length; })
  .reduce(function (a, b) { return a + b; }, 0));

var document = JSON.stringify({ list: words.slice(0, 200), nested: { a: [1, 2.5, null, true] } });
var again = JSON.parse(document);
print("json", document.length, again.nested.a, JSON.stringify(again) === document);

function thrower(n) {
  try {
    if (n === 0) throw new RangeError("deep");
    thrower(n - 1);
  } finally {
    sum += n;
  }
}
try { thrower(50); } catch (e) { print("caught", e, sum); }
for (i = 0; i < 100; ++i) {
  try { eval("({a:" + i + ", b: [1,2,3].concat(" + i + ")})"); null_value.x; } catch (e) { sum++; }
}
print("eval", sum);
print(new Date(0).toISOString(), (1234.5678).toFixed(2), parseInt("ff", 16), encodeURIComponent("ä/€"));
print("abc".charCodeAt(1), [3, 1, 2].sort(), Math.max(1, 7, 3), 0.1 + 0.2, 1e21);
