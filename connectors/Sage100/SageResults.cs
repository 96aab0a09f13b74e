using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage100;

/// <summary>Matches results to records by their ref, because a record without a result must not pass for a written one.</summary>
internal static class SageResults
{
    public static IEnumerable<SageWriteResult> InOrder(IReadOnlyList<SageWrite> records,
        IReadOnlyList<SageWriteResult> results, string operation)
    {
        var byRef = results.GroupBy(result => result.Ref).ToDictionary(group => group.Key, group => group.First());
        foreach (var record in records)
            yield return byRef.TryGetValue(record.Ref, out var result) ? result
                : throw new FailureException(Missing(record.Ref, operation) with { EffectUnknown = true });
    }

    public static Failure Missing(string reference, string operation) => new(FailureClass.Transient, SageOptions.Id, operation,
        "result-missing", $"The agent gave no result for record {reference}.", "Read the record before it is written again.");
}
