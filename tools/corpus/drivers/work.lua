-- Workload for Lua: strings, tables, closures, coroutines, pattern matching, sorting, load.

local function fib(n) return n < 2 and n or fib(n - 1) + fib(n - 2) end
print("fib", fib(24))

local words, count = {}, {}
for i = 1, 20000 do words[i] = string.format("w%d", (i * 7919) % 1009) end
for _, w in ipairs(words) do count[w] = (count[w] or 0) + 1 end
local keys = {}
for k in pairs(count) do keys[#keys + 1] = k end
table.sort(keys, function(a, b) return count[a] > count[b] or count[a] == count[b] and a < b end)
print("words", #keys, keys[1], count[keys[1]], table.concat(keys, ",", 1, 8))

local text = table.concat(words, " ")
local n = 0
for a, b in text:gmatch("(%a)(%d+)") do n = (n * 31 + #a + tonumber(b)) % 1000003 end
print("gmatch", n, #text:gsub("%d", "<%0>"), text:find("w1008", 1, true))

local producer = coroutine.wrap(function()
  for i = 1, 1000 do coroutine.yield(i, tostring(i):rep(3)) end
end)
local sum = 0
for i = 1, 1000 do
  local v, s = producer()
  sum = sum + v * #s
end
print("coroutine", sum)

local Queue = {}
Queue.__index = Queue
function Queue.new() return setmetatable({first = 1, last = 0, items = {}}, Queue) end
function Queue:push(v) self.last = self.last + 1; self.items[self.last] = v end
function Queue:pop()
  local v = self.items[self.first]
  self.items[self.first] = nil
  self.first = self.first + 1
  return v
end
local q, total = Queue.new(), 0
for i = 1, 50000 do q:push({i, tostring(i)}) end
for _ = 1, 50000 do local v = q:pop(); total = total + v[1] + #v[2] end
print("queue", total)

for i = 1, 200 do
  local f = assert(load("local a = ... ; return a * " .. i .. " + #'" .. ("x"):rep(i) .. "'"))
  total = total + f(i)
end
print("load", total, select(2, load("x =")))
print("pcall", pcall(function() local x; return x.y end))
print(string.pack("<i4z", 77, "seven"):byte(1, -1))
print(utf8.char(228, 8364, 128512), utf8.len("äöü"), math.type(1 // 1), 7 // 2.0, 1e15, 2^53)
print(os.date("!%Y-%m-%d", 0), #string.dump(fib) > 100)
local file = assert(io.open("work.out", "w"))
for i = 1, 1000 do file:write(i, " ", i * i, "\n") end
file:close()
local lines = 0
for line in io.lines("work.out") do lines = lines + #line end
print("lines", lines)
