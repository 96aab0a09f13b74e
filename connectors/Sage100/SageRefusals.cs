using System.Text.RegularExpressions;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage100;

/// <summary>What Sage's words of refusal mean, where they mean more than a wrong value.</summary>
internal static partial class SageRefusals
{
    public static (FailureClass Class, string Code, string Cure) Meaning(string message) => message switch
    {
        _ when Missing().IsMatch(message) => (FailureClass.ReferenceMissing, "not-on-file",
            "Add it in Sage 100, or correct the reference table of the mapping."),
        _ when Posted().IsMatch(message) => (FailureClass.Conflict, "posted",
            "It is in the books already: enter a correcting document in Sage 100, or discard this one."),
        _ when Invoicing().IsMatch(message) => (FailureClass.Conflict, "in-invoice",
            "Take the order out of invoice entry, or post the invoice and credit it; then resubmit."),
        _ when Closed().IsMatch(message) => (FailureClass.Validation, "period-closed",
            "Open the period in Sage 100, or resubmit with a posting date in an open one."),
        _ when Balance().IsMatch(message) => (FailureClass.Validation, "out-of-balance",
            "Correct the mapping: what it writes does not add up."),
        _ when Inactive().IsMatch(message) => (FailureClass.Validation, "inactive",
            "Make it active in Sage 100, or map to another."),
        _ => (FailureClass.Validation, "refused", "Correct the value in the source record or in the mapping."),
    };

    [GeneratedRegex("not on file|does not exist|is not valid for|not found", RegexOptions.IgnoreCase)]
    private static partial Regex Missing();

    [GeneratedRegex("was posted|is complete", RegexOptions.IgnoreCase)]
    private static partial Regex Posted();

    [GeneratedRegex(@"is in invoice \w+", RegexOptions.IgnoreCase)]
    private static partial Regex Invoicing();

    [GeneratedRegex("closed period", RegexOptions.IgnoreCase)]
    private static partial Regex Closed();

    [GeneratedRegex("out of balance", RegexOptions.IgnoreCase)]
    private static partial Regex Balance();

    [GeneratedRegex("is inactive|is not active|on credit hold|is on hold", RegexOptions.IgnoreCase)]
    private static partial Regex Inactive();
}
