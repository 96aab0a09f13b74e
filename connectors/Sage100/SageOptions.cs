using Isthmus.Connectors.Http;
using Isthmus.Connectors.Options;
using Isthmus.Connectors.Sage100.Outbound;

namespace Isthmus.Connectors.Sage100;

/// <summary>How to reach one Sage 100 company through the agent on its host.</summary>
public sealed record SageOptions : IConnectionOptions
{
    /// <summary>The id of the only Sage 100 connection.</summary>
    public const string Id = "sage-100";

    /// <inheritdoc/>
    public string Connection => Id;

    /// <summary>Whether the app calls the agent, which is the default, or the agent comes to the app.</summary>
    public SageAgentMode Mode { get; init; }

    /// <summary>How the agent comes to the app, where it does.</summary>
    public SageOutboundOptions Outbound { get; init; } = new();

    /// <summary>
    /// The agent's address, with its path: <c>https://HOST:PORT/agent/v1</c>. None where the agent comes to the app.
    /// </summary>
    public Uri? BaseAddress { get; init; }

    /// <summary>Sage's company code: three characters, upper case.</summary>
    public string Company { get; init; } = "";

    /// <summary>Name of the secret that holds the agent's key.</summary>
    public string KeySecret { get; init; } = "sage-agent-key";

    /// <summary>The division that new customers get: two digits, <c>00</c> when the company has no divisions.</summary>
    public string CustomerDivision { get; init; } = "00";

    /// <summary>The warehouse of order lines that name none: up to three characters.</summary>
    public string Warehouse { get; init; } = "000";

    /// <summary>The user-defined fields that the mappings write, by object; the connection check looks for them.</summary>
    public IReadOnlyDictionary<string, string[]> UserFields { get; init; } = new Dictionary<string, string[]>
    {
        ["AR_Customer"] = ["UDF_EXTERNAL_ID"],
        ["SO_SalesOrder"] = ["UDF_EXTERNAL_ID", "UDF_STRIPE_PI"],
    };

    /// <summary>
    /// Records that go in one call when many are written: 1 to 500. Default 200, because Sage writes a few a second and a call
    /// must end within <see cref="CallLimits.TryTimeout"/>.
    /// </summary>
    public int RecordsACall { get; init; } = 200;

    /// <summary>Over which surface single records go, by purpose.</summary>
    public SageSurfaceOptions Surface { get; init; } = new();

    /// <summary>How records of several steps share calls.</summary>
    public SageBatchOptions Batches { get; init; } = new();

    /// <summary>
    /// Default: two calls at once, because the host has few sessions, and 100 seconds for one, because an order may take long.
    /// </summary>
    public CallLimits Limits { get; init; } = new()
    {
        Calls = 50, Window = TimeSpan.FromSeconds(1), Concurrency = 2,
        TryTimeout = TimeSpan.FromSeconds(100), TotalTimeout = TimeSpan.FromMinutes(5),
    };

    /// <inheritdoc/>
    public IReadOnlyList<OptionsProblem> Validate() => Reach(new OptionsProblems(""))
        .Unless(Company.Length == 3 && Company.All(each => char.IsAsciiLetterUpper(each) || char.IsAsciiDigit(each)),
            nameof(Company), Company, "Give the company code: three characters, upper case, such as ABC.")
        .Secret(nameof(KeySecret), KeySecret)
        .Unless(CustomerDivision.Length == 2 && CustomerDivision.All(char.IsAsciiDigit),
            nameof(CustomerDivision), CustomerDivision, "Give two digits; 00 when the company has no divisions.")
        .Unless(Warehouse.Length is > 0 and <= 3, nameof(Warehouse), Warehouse,
            "Give a warehouse code of one to three characters.")
        .Unless(RecordsACall is >= 1 and <= 500, nameof(RecordsACall), RecordsACall, "Give a number from 1 to 500.")
        .Under(nameof(Batches), Batches.Validate)
        .Under(nameof(Limits), Limits.Validate)
        .Found;

    private OptionsProblems Reach(OptionsProblems problems) => Mode == SageAgentMode.Inbound
        ? problems.Address(nameof(BaseAddress), BaseAddress)
        : problems
            .Unless(BaseAddress is null, nameof(BaseAddress), BaseAddress,
                "Leave it out: with Mode=Outbound the agent comes to the app.")
            .Under(nameof(Outbound), nested => Outbound.Validate(nested, Limits.TryTimeout));
}
