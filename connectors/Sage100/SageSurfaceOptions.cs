namespace Isthmus.Connectors.Sage100;

/// <summary>One of the two ways into Sage 100.</summary>
public enum SageSurface
{
    /// <summary>The agent on Sage's host: every business object.</summary>
    Agent,
    /// <summary>eBusiness Web Services, the connection <c>sage-100-soap</c>: one customer, contact or order at a time.</summary>
    Soap,
}

/// <summary>
/// Which surface reads and writes single records, by purpose; section <c>Surface</c> of the connection. Lists, searches, vendors, items,
/// ledgers and invoices go over the agent whatever is set, because nothing else knows them.
/// </summary>
public sealed record SageSurfaceOptions
{
    /// <summary>Reads one customer. Default agent.</summary>
    public SageSurface ReadCustomer { get; init; }

    /// <summary>Reads one contact of a customer. Default agent.</summary>
    public SageSurface ReadContact { get; init; }

    /// <summary>Creates and changes customers. Default agent.</summary>
    public SageSurface WriteCustomer { get; init; }

    /// <summary>Takes numbers for sales orders and creates them. Default agent.</summary>
    public SageSurface WriteOrder { get; init; }

    internal bool AnySoap => SageSurface.Soap == ReadCustomer || SageSurface.Soap == ReadContact
        || SageSurface.Soap == WriteCustomer || SageSurface.Soap == WriteOrder;
}
