using System.Text.Json;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage100;

/// <summary>What the agent said of each record of a call, read when it is asked for: one that cannot be read is no other's trouble.</summary>
internal sealed class SageAnswers(JsonElement answer, string operation)
{
    private readonly Dictionary<string, JsonElement> byRef = answer.Items("results").GroupBy(result => result.Text("ref") ?? "")
        .ToDictionary(group => group.Key, group => group.First());

    /// <summary>The result of a record, because a record without one must not pass for a written one.</summary>
    /// <exception cref="FailureException">There is none, or it cannot be read.</exception>
    public SageWriteResult Of(string reference) => byRef.TryGetValue(reference, out var result)
        ? SageWriteJson.ReadResult(result)
        : throw new FailureException(SageResults.Missing(reference, operation) with { EffectUnknown = true });
}
