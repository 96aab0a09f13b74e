using System.Runtime.CompilerServices;

namespace Isthmus.Connectors.Sage100;

/// <summary>Cuts many writes into calls that the agent takes: so many records, so many bytes.</summary>
internal static class SageBatches
{
    public static async IAsyncEnumerable<IReadOnlyList<SageWrite>> Of(
        IAsyncEnumerable<SageWrite> records, int mostRecords, int mostBytes,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var batch = new List<SageWrite>();
        var bytes = 0;
        await foreach (var record in records.WithCancellation(cancellation))
        {
            if (batch.Count > 0 && (batch.Count == mostRecords || bytes + record.Body.Length > mostBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }
            batch.Add(record);
            bytes += record.Body.Length;
        }
        if (batch.Count > 0) yield return batch;
    }
}
