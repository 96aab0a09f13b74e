using System.Text.Encodings.Web;
using System.Text.Json;

namespace Isthmus.Bench.Measuring;

/// <summary>Words for people on standard error, one line of JSON on standard output.</summary>
internal sealed class Report(string bench, string home)
{
    private static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Machine machine = Machine.Look(home);

    public static void Say(string line) => Console.Error.WriteLine(line);

    public void End(object figures)
    {
        var m = machine;
        Say($"{bench}: {m.Cores} cores, {m.MemoryGb} GB, {m.Os}, {m.Runtime}, fsync {m.FsyncMs} ms, load before {m.LoadBefore}");
        Console.WriteLine(JsonSerializer.Serialize(new { bench, machine, figures }, Compact));
    }
}
