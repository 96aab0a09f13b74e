namespace Isthmus.Functions.Cancellations;

/// <summary>What a company decides about orders that are given up; configuration section <c>Isthmus:Cancellations</c>.</summary>
public sealed record CancellationOptions
{
    /// <summary>Void the order in Zoho when its payment is cancelled in Stripe. Default true.</summary>
    public bool VoidInZoho { get; init; } = true;

    /// <summary>Cancel the order in Sage 100 when it is void in Zoho. Default true.</summary>
    public bool CancelInSage { get; init; } = true;

    /// <summary>Sage's reason code for orders that are cancelled, at most 5 characters. Default none.</summary>
    public string? ReasonCode { get; init; }
}
