using Isthmus.Bench;
using Isthmus.Bench.Chaos;
using Isthmus.Bench.Drain;
using Isthmus.Bench.Engine;
using Isthmus.Bench.Flow;
using Isthmus.Bench.Idle;
using Isthmus.Bench.Intake;

var benches = new Dictionary<string, Func<string[], Task>>
{
    ["mapping"] = MappingBench.RunAsync,
    ["flow"] = FlowBench.RunAsync,
    ["intake"] = IntakeBench.RunAsync,
    ["idle"] = IdleBench.RunAsync,
    ["drain"] = DrainBench.RunAsync,
    ["durable"] = DurableBench.RunAsync,
    ["fan-out"] = FanOutBench.RunAsync,
    ["restart"] = RestartBench.RunAsync,
    ["queue"] = QueueBench.RunAsync,
    ["table"] = TableBench.RunAsync,
    ["store"] = StoreBench.RunAsync,
    ["stock"] = Isthmus.Bench.Stock.StockBench.RunAsync,
    ["load"] = Isthmus.Bench.Load.LoadBench.RunAsync,
    ["master"] = Isthmus.Bench.Master.MasterBench.RunAsync,
    ["deals"] = Isthmus.Bench.Deals.DealsBench.RunAsync,
    ["reconcile"] = Isthmus.Bench.Reconcile.ReconcileBench.RunAsync,
    ["year"] = Isthmus.Bench.Retention.YearBench.RunAsync,
    ["chaos"] = ChaosBench.RunAsync,
    ["duplicates"] = Isthmus.Bench.Duplicates.DuplicatesBench.RunAsync,
    ["agent"] = Isthmus.Bench.Agents.AgentBench.RunAsync,
    ["fuzz"] = Isthmus.Fuzz.FuzzBench.RunAsync,
};
if (args.Length == 0 || !benches.TryGetValue(args[0], out var bench))
{
    Console.Error.WriteLine($"usage: ./run bench NAME, with one of: {string.Join(", ", benches.Keys.Order())}");
    return 2;
}
await bench(args[1..]);
return Environment.ExitCode;
