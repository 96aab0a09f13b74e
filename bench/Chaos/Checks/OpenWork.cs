using Isthmus.Embedded.Storage;

namespace Isthmus.Bench.Chaos.Checks;

/// <summary>What the store of a running app still has to do.</summary>
internal sealed record OpenWork(long Instances, long Messages, long Events)
{
    public bool IsNone => this == new OpenWork(0, 0, 0);

    /// <summary>Reads beside the app, which goes on writing.</summary>
    public static OpenWork In(string home)
    {
        using var session = new StoreSession(Path.Combine(home, "state.db"), readOnly: true);
        long Count(string sql) => (long)session.Scalar(sql)!;
        return new OpenWork(
            Count("SELECT count(*) FROM durable_instances WHERE completed IS NULL"),
            Count("SELECT count(*) FROM azure_messages"),
            Count("SELECT count(*) FROM azure_entities WHERE row LIKE '!waiting|%'"));
    }

    public override string ToString() => $"{Instances} orchestrations, {Messages} messages, {Events} events";
}
