using System.Buffers;
using System.Threading.Channels;

namespace Isthmus.Embedded.Hosting.Logging;

/// <summary>
/// Writes lines behind the back of those who log, so that a slow disk or terminal holds nobody up. When it cannot keep up, lines
/// are dropped and counted; a disk that is full costs lines, not the app.
/// </summary>
internal sealed class LogWriter : IDisposable
{
    private const int MostWaiting = 10_000;
    private const int MostAtOnce = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Channel<LogLine> waiting;
    private readonly RollingFile? file;
    private readonly TextWriter? terminal;
    private readonly TimeZoneInfo zone;
    private readonly Task work;
    private long dropped;

    /// <param name="file">Where JSON lines go, or null.</param>
    /// <param name="terminal">Where short lines go, or null.</param>
    /// <param name="zone">The terminal's time zone.</param>
    public LogWriter(RollingFile? file, TextWriter? terminal, TimeZoneInfo zone)
    {
        (this.file, this.terminal, this.zone) = (file, terminal, zone);
        var options = new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true };
        waiting = Channel.CreateBounded<LogLine>(options, _ => Interlocked.Increment(ref dropped));
        work = Task.Run(WriteAsync);
    }

    public void Add(LogLine line) => waiting.Writer.TryWrite(line);

    /// <summary>Writes what is waiting, then ends.</summary>
    public void Dispose()
    {
        if (!waiting.Writer.TryComplete()) return;
        work.Wait(Patience);
        file?.Dispose();
    }

    private async Task WriteAsync()
    {
        var batch = new List<LogLine>(MostAtOnce);
        var bytes = new ArrayBufferWriter<byte>();
        while (await waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MostAtOnce && waiting.Reader.TryRead(out var line)) batch.Add(line);
            if (Interlocked.Exchange(ref dropped, 0) is > 0 and var lost) batch.Add(Lost(batch[^1], lost));
            if (file is not null) Attempt(() => Write(batch, bytes, file));
            if (terminal is not null) Attempt(() => terminal.Write(string.Concat(batch.Select(line => ShortLine.Of(line, zone) + Environment.NewLine))));
        }
    }

    private static void Write(List<LogLine> batch, ArrayBufferWriter<byte> bytes, RollingFile file)
    {
        bytes.ResetWrittenCount();
        foreach (var line in batch) JsonLine.Write(line, bytes);
        file.Add(bytes.WrittenSpan);
    }

    private static void Attempt(Action write)
    {
        try { write(); }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException) { }
    }

    private static LogLine Lost(LogLine last, long count) =>
        new(last.At, Microsoft.Extensions.Logging.LogLevel.Warning, "Host.Log", new(50), $"{count} lines were not written: there were too many at once.")
        {
            Fields = new Dictionary<string, object?> { ["Lines"] = count },
        };
}
