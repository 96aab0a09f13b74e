using System.Text.Json.Serialization;
using Isthmus.Core;

namespace Isthmus.Functions.Customers;

/// <summary>Starts the flow for one customer.</summary>
/// <param name="StripeId">Stripe's customer id: the business key.</param>
public sealed record CustomerInput(string StripeId);

/// <summary>Starts the flow that finds out whose a contact is.</summary>
/// <param name="ContactId">Zoho's contact id: the business key.</param>
public sealed record ContactInput(string ContactId);

/// <summary>The other half of a pair.</summary>
/// <param name="Id">Its id; null where there is none, and none is to be.</param>
/// <param name="Why">Why there is none.</param>
public sealed record Counterpart(string? Id, string? Why = null);

/// <summary>Why a pair comes apart.</summary>
[JsonConverter(typeof(CamelCaseWords<PartingKind>))]
public enum PartingKind
{
    /// <summary>The customer was deleted in Stripe.</summary>
    DeletedInStripe,
    /// <summary>The contact is not in Zoho any more.</summary>
    DeletedInZoho,
    /// <summary>The contact was merged into another one.</summary>
    MergedInZoho,
    /// <summary>The contact was marked as inactive.</summary>
    InactiveInZoho,
}

/// <summary>A pair that comes apart.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Reason">The same for people.</param>
/// <param name="Action">unlink, inactive or hold.</param>
public sealed record Parting(PartingKind Kind, string Reason, string Action);

/// <summary>What came of comparing a pair.</summary>
/// <param name="Words">One line for people, without personal values.</param>
/// <param name="Parting">Set when there is no pair to compare any more.</param>
public sealed record CustomerOutcome(string Words, Parting? Parting = null);

/// <summary>A pair that comes apart in a decided way.</summary>
/// <param name="StripeId">Stripe's customer id.</param>
/// <param name="Kind">Why.</param>
/// <param name="Reason">The same for people.</param>
/// <param name="Inactive">True to mark the side that is left as inactive.</param>
public sealed record PairToPart(string StripeId, PartingKind Kind, string Reason, bool Inactive);
