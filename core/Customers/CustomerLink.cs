using System.Text.Json.Serialization;

namespace Isthmus.Core.Customers;

/// <summary>How a pair stands.</summary>
[JsonConverter(typeof(CamelCaseWords<LinkState>))]
public enum LinkState
{
    /// <summary>Changes travel.</summary>
    Linked,
    /// <summary>One side is inactive: nothing travels until it is active again.</summary>
    Inactive,
    /// <summary>They are no pair any more; the reason says why.</summary>
    Unlinked,
}

/// <summary>A Stripe customer and the contact that is the same customer, with what both held when they last agreed.</summary>
/// <param name="StripeId">Stripe's customer id.</param>
/// <param name="ContactId">Zoho's contact id.</param>
public sealed record CustomerLink(string StripeId, string ContactId)
{
    /// <summary>How it stands.</summary>
    public LinkState State { get; init; }

    /// <summary>Why it does not travel, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>What is known of each system's fields; a system that was never compared is absent.</summary>
    public IReadOnlyDictionary<CustomerSide, FieldHashes> Known { get; init; } = new Dictionary<CustomerSide, FieldHashes>();

    /// <summary>
    /// Zoho's stamp of the contact as it was read last; empty where another change may bear the same, because stamps are whole seconds.
    /// </summary>
    public string ContactStamp { get; init; } = "";
}
