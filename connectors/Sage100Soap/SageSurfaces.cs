using Isthmus.Connectors.Sage100;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>Which surface is used for a purpose, and why.</summary>
/// <param name="Purpose">What is done, in words for people.</param>
/// <param name="Surface">agent or soap.</param>
/// <param name="Why">The reason.</param>
public sealed record SurfaceChoice(string Purpose, string Surface, string Why);

/// <summary>Decides over which surface of Sage 100 a single record goes, by what the company chose and by what each can do.</summary>
public sealed class SageSurfaces
{
    private readonly SageSurfaceOptions chosen;
    private readonly ISageRecords agent;
    private readonly ISageRecords? soap;

    internal SageSurfaces(SageOptions options, ISageRecords agent, ISageRecords? soap) =>
        (chosen, this.agent, this.soap) = (options.Surface, agent, soap);

    /// <summary>What reads one record of an object.</summary>
    public ISageRecords Reader(string objectName) => Of(objectName switch
    {
        "AR_Customer" => chosen.ReadCustomer,
        "AR_CustomerContact" => chosen.ReadContact,
        _ => SageSurface.Agent,
    });

    /// <summary>What takes numbers for, creates and changes one record of an object.</summary>
    public ISageRecords Writer(string objectName) => Of(objectName switch
    {
        "AR_Customer" => chosen.WriteCustomer,
        "SO_SalesOrder" => chosen.WriteOrder,
        _ => SageSurface.Agent,
    });

    /// <summary>Every purpose with its surface and the reason.</summary>
    public IReadOnlyList<SurfaceChoice> Choices =>
    [
        Choice("read one customer", nameof(chosen.ReadCustomer), chosen.ReadCustomer),
        Choice("read one contact", nameof(chosen.ReadContact), chosen.ReadContact),
        Choice("create and change customers", nameof(chosen.WriteCustomer), chosen.WriteCustomer),
        Choice("take numbers for sales orders and create them", nameof(chosen.WriteOrder), chosen.WriteOrder),
        new("change and cancel sales orders", "agent",
            "The agent changes one line by its own name; eBusiness Web Services take the whole order back."),
        new("lists, searches, what changed", "agent", "eBusiness Web Services read one record by its key and find none."),
        new("vendors, items, stock, invoices, purchases, ledger", "agent",
            "eBusiness Web Services know customers, their contacts and sales orders only."),
    ];

    private SurfaceChoice Choice(string purpose, string setting, SageSurface surface) => surface == SageSurface.Soap
        ? new(purpose, "soap", $"Surface:{setting} says so.")
        : new(purpose, "agent", soap is null
            ? "The connection sage-100-soap is not set up."
            : $"Surface:{setting} leaves it to the agent, which writes many records in a call.");

    private ISageRecords Of(SageSurface surface) => surface == SageSurface.Soap && soap is not null ? soap : agent;
}
