using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Intacct.Replies;

/// <summary>What an error number means, and where it means several things, what its words mean.</summary>
internal static class IntacctErrorTable
{
    public const string Throttled = "Nothing to do: it goes on by itself. If it happens often, see what else uses this sender and company.";

    /// <summary>What to make of an error.</summary>
    /// <param name="Class">The kind of trouble.</param>
    /// <param name="Code">Ours where it says more than theirs.</param>
    /// <param name="RetryNow">Whether it may be gone in a moment.</param>
    /// <param name="Cure">What a person can do.</param>
    /// <param name="Message">Ours, where theirs says too little or too much; null for theirs.</param>
    public readonly record struct Rule(FailureClass Class, string Code, bool RetryNow, string Cure, string? Message = null);

    public static Rule Find(IntacctLevel level, IntacctError error, int status, IntacctOptions options)
    {
        var number = error.Number.Trim();
        return number switch
        {
            "XL03000006" when level == IntacctLevel.Control => Sender(options),
            "XL03000006" => Refused(error.Text, options),
            "XL03000003" => new(FailureClass.Bug, number, false, "Report it: the request itself is wrong, not the record."),
            "XL03000009" => new(FailureClass.Transient, number, true, "Nothing to do: it is tried again."),
            "GW-0010" => new(FailureClass.Throttled, number, true, Throttled, "Too many requests at once, or in too short a time."),
            "GW-0011" => new(FailureClass.Permanent, number, false, "Report it: the gateway takes the request for malformed."),
            "BL34000061" or "PL05000104" => new(FailureClass.Conflict, number, false, "Look the record up by its own id."),
            "PL04000005" => new(FailureClass.Permanent, "permission-denied", false,
                "Give the web-services user's role the right to list and view this object, then look again."),
            "PL04000055" => new(FailureClass.Auth, "company-expired", false,
                $"Renew the subscription of company '{options.Company}'."),
            "PL01000127" => new(FailureClass.Permanent, number, false, "Correct the document's number in Sage Intacct."),
            _ when level == IntacctLevel.Authentication => Refused(error.Text, options),
            _ => Unknown(level, number, error.Text, status),
        };
    }

    private static Rule Sender(IntacctOptions options) => new(FailureClass.Auth, "sender-refused", false,
        $"Store our sender id and its password anew: ./run secret set {options.SenderIdSecret}, {options.SenderPasswordSecret}.",
        "Sage Intacct does not accept our sender id and its password.");

    private static Rule Refused(string text, IntacctOptions options) => text switch
    {
        _ when Has(text, "session") => new(FailureClass.Auth, IntacctRefusals.SessionInvalid, false,
            "Nothing to do: a new session is asked for. If it comes back, see whether something ends this user's sessions.",
            "Sage Intacct does not know the session any more."),
        _ when Has(text, "authori") => new(FailureClass.Auth, "sender-not-authorised", false,
            "Authorise our sender id in the company: Company > Setup > Security > Web Services authorisations.",
            $"Company '{options.Company}' has not authorised our sender id."),
        _ when Has(text, "transport") || Has(text, "policy") => new(FailureClass.Auth, "transport-policy", false,
            "Allow this machine's address in the company's and the sender's transport policy."),
        _ when Has(text, "locked") || Has(text, "expired") => new(FailureClass.Auth, "user-locked", false,
            $"Unlock the user or renew its password in Sage Intacct, and store that: ./run secret set {options.UserPasswordSecret}",
            $"User '{options.User}' of company '{options.Company}' is locked, or its password has run out."),
        _ => new(FailureClass.Auth, "sign-in-refused", false,
            "Check Company and User, where upper and lower case count, and store the password anew: ./run secret set "
                + options.UserPasswordSecret,
            $"Sage Intacct does not accept company '{options.Company}', user '{options.User}' and that user's password."),
    };

    private static Rule Unknown(IntacctLevel level, string number, string text, int status) => number switch
    {
        _ when Has(text, "resultId") =>
            new(FailureClass.Transient, "result-lost", false, "Nothing to do: it is read again from its start."),
        _ when Has(text, "object definition") => new(FailureClass.Permanent, "object-unknown", false,
            "Name an object that the company has in the connection's Fields; see that its module is switched on in Sage Intacct."),
        _ when Has(text, "field") && (Has(text, "not") || Has(text, "invalid") || Has(text, "unknown")) =>
            new(FailureClass.Permanent, "field-unknown", false,
                "Take the field out of the connection's Fields, or have it back in Sage Intacct; the connection's check lists those that it has."),
        _ when Starts(number, "BL") || Starts(number, "PL") =>
            new(FailureClass.Permanent, number, false, "Look the error number up in Sage Intacct's help."),
        _ when status >= 500 || Starts(number, "GW") || Starts(number, "XL") || level == IntacctLevel.Control =>
            new(FailureClass.Transient, number.Length > 0 ? number : "gateway-failed", true, "Nothing to do: it is tried again."),
        _ => new(FailureClass.Permanent, number.Length > 0 ? Word(number) : "function-failed", false,
            "See what Sage Intacct says; correct the connection's Fields or the user's rights."),
    };

    // "Query Failed" stands where a number should.
    private static string Word(string number) => number.ToLowerInvariant().Replace(' ', '-');

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static bool Starts(string number, string with) => number.StartsWith(with, StringComparison.OrdinalIgnoreCase);
}
