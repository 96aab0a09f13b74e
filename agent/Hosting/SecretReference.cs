namespace Isthmus.Agent.Hosting;

/// <summary>
/// A secret by where it lies: <c>file:PATH</c>, a file that only the service's account may read, or <c>env:NAME</c>. Read anew
/// at most once a minute, so that a replaced one is taken up without a restart.
/// </summary>
internal sealed class SecretReference(string reference, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private (string Value, DateTimeOffset ReadAt)? read;

    /// <summary>What is wrong with a reference; null when it is one.</summary>
    public static string? Problem(string reference) => Split(reference) is (("file" or "env"), { Length: > 0 })
        ? null : "Give file:PATH or env:NAME; the secret itself never stands here.";

    /// <summary>The secret; blank where there is none.</summary>
    public string Value()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (read is { } known && now - known.ReadAt < Life) return known.Value;
            var value = Read(reference);
            read = (value, now);
            return value;
        }
    }

    private static string Read(string reference)
    {
        var (kind, where) = Split(reference);
        try
        {
            return (kind == "env" ? Environment.GetEnvironmentVariable(where) : File.ReadAllText(where))?.Trim() ?? "";
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static (string Kind, string Where) Split(string reference) =>
        reference.IndexOf(':') is > 0 and var at ? (reference[..at], reference[(at + 1)..]) : ("", "");
}
