using System.Text.Json;
using Isthmus.Embedded.Hosting.Logging;
using Isthmus.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Isthmus.Embedded.Tests.Hosting.Logging;

public sealed class When_an_app_logs : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter terminal = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_line_is_a_JSON_object_with_its_values_and_its_run()
    {
        Log(log =>
        {
            using var call = log.BeginScope(new Dictionary<string, object?> { ["InstanceId"] = "o2c-pi_1", ["Function"] = "CreateInvoice" });
            log.LogWarning(new EventId(7), "Try {Attempt} of {Step} failed", 2, "create invoice");
        });

        var line = Lines().Single();
        Assert.Equal(("warning", 7, "o2c-pi_1", "Try 2 of create invoice failed"), (
            line.GetProperty("level").GetString(), line.GetProperty("event").GetInt32(), line.GetProperty("run").GetString(),
            line.GetProperty("message").GetString()));
        Assert.Equal((2, "CreateInvoice"), (
            line.GetProperty("fields").GetProperty("Attempt").GetInt32(), line.GetProperty("fields").GetProperty("Function").GetString()));
    }

    [Fact]
    public void A_terminal_gets_one_short_line()
    {
        Log(log =>
        {
            using var call = log.BeginScope(new Dictionary<string, object?> { ["InstanceId"] = "o2c-pi_1" });
            log.LogError(new IOException("The disk is full."), "Not stored,\nsorry");
        });

        Assert.Equal("01:02:03 error       o2c-pi_1: Not stored, sorry (IOException: The disk is full.)", terminal.ToString().Trim());
    }

    [Fact]
    public void An_exception_that_may_quote_somebody_tells_its_type_and_place_only()
    {
        Log(log =>
        {
            try { int.Parse("Ana Prado", System.Globalization.CultureInfo.InvariantCulture); }
            catch (FormatException failure) { log.LogError(new InvalidOperationException("Not for Ana Prado.", failure), "It failed"); }
        });

        var errors = Lines().Single().GetProperty("errors").EnumerateArray().ToList();
        Assert.Equal(["System.InvalidOperationException", "System.FormatException"], errors.Select(error => error.GetProperty("type").GetString()));
        Assert.Contains(nameof(An_exception_that_may_quote_somebody_tells_its_type_and_place_only), errors[1].GetProperty("stack").GetString());
        Assert.DoesNotContain("Prado", Lines().Single() + terminal.ToString());
    }

    [Fact]
    public void Files_roll_by_size_and_the_oldest_goes()
    {
        using (var file = new RollingFile(File, 1000, 3))
            for (var n = 0; n < 50; n++) file.Add(new byte[100]);

        Assert.Equal(["app.jsonl", "app.jsonl.1", "app.jsonl.2"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
        Assert.Equal(1000, new FileInfo(File + ".2").Length);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_costs_the_file_only()
    {
        System.IO.File.WriteAllText(Path.Combine(folder.Path, "taken"), "");

        Log(log => log.LogInformation("Up"), Path.Combine(folder.Path, "taken", "app.jsonl"));

        Assert.Contains("Up", terminal.ToString());
    }

    private string File => Path.Combine(folder.Path, "app.jsonl");

    private void Log(Action<ILogger> work, string? file = null)
    {
        var time = new FixedTime(new DateTimeOffset(2026, 11, 21, 1, 2, 3, TimeSpan.Zero));
        using var provider = new HostLog(new LogWriter(new RollingFile(file ?? File, 1_000_000, 3), terminal, TimeZoneInfo.Utc), time);
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(provider).SetMinimumLevel(LogLevel.Trace));
        work(factory.CreateLogger("Test"));
    }

    private IEnumerable<JsonElement> Lines() =>
        System.IO.File.ReadLines(File).Select(line => JsonSerializer.Deserialize<JsonElement>(line));

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
