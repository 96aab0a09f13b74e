using Isthmus.Connectors.Http;
using Isthmus.Connectors.Options;

namespace Isthmus.Connectors.Intacct;

/// <summary>How to read one Sage Intacct company through its XML gateway. Nothing is ever written to it.</summary>
public sealed record IntacctOptions : IConnectionOptions
{
    /// <summary>The id of the only Sage Intacct connection.</summary>
    public const string Id = "sage-intacct";

    /// <inheritdoc/>
    public string Connection => Id;

    /// <summary>The gateway that sessions are asked for at; later calls go where the session says.</summary>
    public Uri? BaseAddress { get; init; } = new("https://api.intacct.com/ia/xml/xmlgw.phtml");

    /// <summary>The company's id.</summary>
    public string Company { get; init; } = "";

    /// <summary>The id of the web-services user; one of its own, with rights to read only.</summary>
    public string User { get; init; } = "";

    /// <summary>The entity that is read; empty for the top level of the company.</summary>
    public string Entity { get; init; } = "";

    /// <summary>Name of the secret that holds our sender id.</summary>
    public string SenderIdSecret { get; init; } = "intacct-sender-id";

    /// <summary>Name of the secret that holds the sender's password.</summary>
    public string SenderPasswordSecret { get; init; } = "intacct-sender-password";

    /// <summary>Name of the secret that holds the user's password.</summary>
    public string UserPasswordSecret { get; init; } = "intacct-user-password";

    /// <summary>
    /// The user's time zone by its IANA name, for a user whose clock changes with daylight saving: Intacct tells an offset only.
    /// Empty, the default, takes that offset; give the user UTC.
    /// </summary>
    public string TimeZone { get; init; } = "";

    /// <summary>
    /// Fields to read beside the usual ones, such as custom fields, by object: <c>Fields:CUSTOMER:0=REGION</c>. A mapping that reads a
    /// field needs it here.
    /// </summary>
    public IReadOnlyDictionary<string, string[]> Fields { get; init; } = new Dictionary<string, string[]>();

    /// <summary>Records a query asks for at once: 1 to 2,000.</summary>
    public int PageSize { get; init; } = 1_000;

    /// <summary>
    /// Default: one call at a time, because Intacct serves a company and sender one or two, and five minutes for one. A month has
    /// 100,000 transactions in the smallest tier, and each page counts.
    /// </summary>
    public CallLimits Limits { get; init; } = new()
    {
        Calls = 10, Window = TimeSpan.FromSeconds(1), Concurrency = 1, RetryPause = TimeSpan.FromSeconds(2),
        LongestWait = TimeSpan.FromMinutes(2), TryTimeout = TimeSpan.FromMinutes(5), TotalTimeout = TimeSpan.FromMinutes(15),
        LargestAnswer = 64 * 1024 * 1024,
    };

    /// <inheritdoc/>
    public IReadOnlyList<OptionsProblem> Validate() => new OptionsProblems("")
        .Address(nameof(BaseAddress), BaseAddress)
        .Present(nameof(Company), Company, "Give the company's id, as people sign in with it.")
        .Present(nameof(User), User, "Give the id of a web-services user of its own.")
        .Secret(nameof(SenderIdSecret), SenderIdSecret)
        .Secret(nameof(SenderPasswordSecret), SenderPasswordSecret)
        .Secret(nameof(UserPasswordSecret), UserPasswordSecret)
        .Unless(TimeZone.Length == 0 || TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _), nameof(TimeZone), TimeZone,
            "Give a zone by its IANA name, such as America/Chicago, or leave it empty.")
        .Unless(!Fields.Keys.Any(name => name.Any(char.IsLower)), nameof(Fields), string.Join(", ", Fields.Keys),
            "Name objects in upper case, such as CUSTOMER.")
        .Between(nameof(PageSize), PageSize, 1, 2_000)
        .Under(nameof(Limits), Limits.Validate)
        .Found;
}
