using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage300;

/// <summary>
/// The Web API's error codes, else the HTTP status, in our vocabulary. Codes: Sage300SDK_DeveloperReference, Errors; their statuses
/// are not published, so the code decides.
/// </summary>
internal static class Sage300ErrorTable
{
    private static readonly Sage300Verdict SignOn = new(FailureClass.Auth,
        "Check user and password: the password may have expired, ADMIN is refused. Store it again: ./run secret set NAME");

    // One module's trouble, so no reason to pause the others.
    private static readonly Sage300Verdict Rights = new(FailureClass.Permanent,
        "Give the user the right \"Sage 300 Web API\" for this module, and the rights for the object itself.");

    private static readonly Sage300Verdict Slower = new(FailureClass.Throttled,
        "Nothing to do; lower Limits:Concurrency if it happens often.", RetryNow: true) { Wait = TimeSpan.FromSeconds(5) };

    private static readonly Sage300Verdict Held = new(FailureClass.Locked,
        "Nothing to do: it is tried again. If it goes on, close the record at the workstation that holds it, or let posting and Day End "
        + "come to their end; what Sage says is in the message.", RetryNow: true);

    private static readonly Sage300Verdict Installation = new(FailureClass.Transient,
        "It is tried again. If it goes on, look at the database link and the sign-on pool of the Web API on its server.", RetryNow: true);

    private static readonly Sage300Verdict Ours = new(FailureClass.Bug, "Report it: the call itself is wrong, not the record.");

    private static readonly Dictionary<string, Sage300Verdict> ByCode = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Unauthorized"] = SignOn,
        ["Forbidden"] = Rights,
        ["TooManyRequests"] = Slower,
        ["InvalidParameters"] = new(FailureClass.Permanent,
            "This release of Sage 300 has no such property: compare the names with the module's $metadata."),
        ["ResourceNotFound"] = new(FailureClass.Permanent,
            "Check Company, and that the module is activated for it and served by the Web API."),
        ["InvalidEntityKey"] = new(FailureClass.Validation, "Correct the key: it is none that Sage 300 could have."),
        ["RecordNotFound"] = new(FailureClass.ReferenceMissing, "Add the record in Sage 300, or correct the key."),
        ["MethodNotAllowed"] = Ours,
        ["InvalidPayload"] = new(FailureClass.Validation,
            "Correct the mapping: a property or a value has a name or type that this release of Sage 300 does not know."),
        ["InvalidAction"] = Ours,
        ["RecordDuplicate"] = new(FailureClass.Conflict,
            "Compare the record that is there: with our reference it is ours, else the key was taken by somebody else."),
        ["RecordInvalid"] = new(FailureClass.Validation, "Correct what Sage 300 names, in the source record or in Sage 300 itself."),
        ["General"] = Held,
        ["DBLinkError"] = Installation,
        ["SessionError"] = Installation with { NothingDone = true },
        ["InternalServerError"] = new(FailureClass.Transient, "Look at the Web API's log on its server; it is tried again.", RetryNow: true),
    };

    public static Sage300Verdict Find(int status, string code) => ByCode.GetValueOrDefault(code) ?? status switch
    {
        401 => SignOn,
        403 => Rights,
        404 => new(FailureClass.Auth, "Check BaseAddress: it must lead to the Web API, such as https://HOST/Sage300WebApi."),
        405 => Ours,
        413 => new(FailureClass.Validation, "Split the record: it is larger than the web server takes."),
        429 => Slower,
        408 or >= 500 => new(FailureClass.Transient, "Look at the web server in front of Sage 300; it is tried again.", RetryNow: true),
        _ => new(FailureClass.Permanent, "Look at the Web API's log on its server."),
    };
}
