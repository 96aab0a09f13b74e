namespace Isthmus.Connectors.Sage100;

/// <summary>Cuts many writes into calls that the agent takes: so many records, so many bytes.</summary>
internal static class SageBatches
{
    public static IEnumerable<IReadOnlyList<SageWrite>> Of(IReadOnlyList<SageWrite> records, int mostRecords, int mostBytes)
    {
        var batch = new List<SageWrite>();
        var bytes = 0;
        foreach (var record in records)
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
