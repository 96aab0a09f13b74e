using System.Text.RegularExpressions;
using Isthmus.Connectors.Http;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage100;

/// <summary>
/// Record outcomes in our vocabulary. Source: docs/sage-100-agent-protocol.md; lock wordings from BOI installations.
/// </summary>
public static partial class SageOutcomes
{
    /// <summary>What a result means for its record; null when it was written.</summary>
    /// <param name="result">The result.</param>
    /// <param name="operation">What was asked for, such as <c>create sales order</c>.</param>
    public static Failure? FailureOf(SageWriteResult result, string operation) => result.Outcome switch
    {
        SageOutcome.Written or SageOutcome.WrittenWithWarning => null,
        SageOutcome.Exists => Make(FailureClass.Conflict, operation, "exists", "Sage has a record under this key already.",
            "Compare its UDF_EXTERNAL_ID: with our reference it is ours, else the key was taken by somebody else."),
        SageOutcome.NotFound => Make(FailureClass.ReferenceMissing, operation, "not_found", "Sage has no record under this key.",
            "A completed order leaves the open orders: look in its history."),
        SageOutcome.Locked => Locked(operation),
        SageOutcome.Failed => Make(FailureClass.Transient, operation, "session-broke",
            "Sage's session broke while the record was written.", "Read the record before it is written again.") with
        { EffectUnknown = true },
        _ => Refused(result.Error, operation),
    };

    /// <summary>What a refusal of Sage means. Values of columns that may hold personal data are masked.</summary>
    /// <param name="error">What Sage said.</param>
    /// <param name="operation">What was asked for.</param>
    public static Failure Refused(SageError? error, string operation)
    {
        if (error is null)
            return Make(FailureClass.Validation, operation, "refused",
                "Sage refused the record without a reason.", "Look at the agent's log.");
        if (LockText().IsMatch(error.Message)) return Locked(operation);
        var message = SageColumns.IsPersonal(error.Column) && error.Value is { Length: > 0 } value
            ? error.Message.Replace(value, "***") : error.Message;
        var (kind, code, cure) = SageRefusals.Meaning(error.Message);
        var failure = Make(kind, operation, code, VendorText.Clean(message), cure);
        return failure with { Field = error.Line is { } line ? $"lines[{line}].{error.Column}" : error.Column };
    }

    private static Failure Locked(string operation) => Make(
        FailureClass.Locked, operation, "locked", "Somebody has the record open in Sage.",
        "Nothing to do: it is tried again. If it goes on, close the record at the workstation that holds it.");

    private static Failure Make(FailureClass kind, string operation, string code, string message, string cure) =>
        new(kind, SageOptions.Id, operation, code, message, cure);

    [GeneratedRegex("in use|being used|locked|another user|busy", RegexOptions.IgnoreCase)]
    private static partial Regex LockText();
}
