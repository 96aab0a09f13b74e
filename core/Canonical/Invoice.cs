namespace Isthmus.Core.Canonical;

/// <summary>A demand for money that came from an order. Amounts are minor units of <see cref="Currency"/>.</summary>
public sealed record Invoice
{
    /// <summary>The business key of the order that it bills.</summary>
    public string OrderKey { get; init; } = "";
    /// <summary>The number that people use.</summary>
    public string? Number { get; init; }
    /// <summary>Day of issue.</summary>
    public DateOnly Date { get; init; }
    /// <summary>Upper-case ISO 4217 code.</summary>
    public string Currency { get; init; } = "";
    /// <summary>What is billed.</summary>
    public long Total { get; init; }
    /// <summary>What is still owed.</summary>
    public long Balance { get; init; }
    /// <summary>draft, sent, partially_paid, paid, void.</summary>
    public string? Status { get; init; }
}

/// <summary>Money that came in.</summary>
public sealed record Payment
{
    /// <summary>The business key: payment intent id.</summary>
    public string Key { get; init; } = "";
    /// <summary>The charge that moved the money.</summary>
    public string? ChargeKey { get; init; }
    /// <summary>Business key of the order that it pays.</summary>
    public string OrderKey { get; init; } = "";
    /// <summary>Day the money was taken.</summary>
    public DateOnly Date { get; init; }
    /// <summary>Upper-case ISO 4217 code.</summary>
    public string Currency { get; init; } = "";
    /// <summary>What was captured, in minor units.</summary>
    public long Amount { get; init; }
    /// <summary>The processor's fee in minor units of its settlement currency, once it is known.</summary>
    public long? Fee { get; init; }
    /// <summary>Currency of <see cref="Fee"/>.</summary>
    public string? FeeCurrency { get; init; }
    /// <summary>card, banktransfer, others.</summary>
    public string Method { get; init; } = "card";
}

/// <summary>Money that went back.</summary>
public sealed record Refund
{
    /// <summary>The refund's own key.</summary>
    public string Key { get; init; } = "";
    /// <summary>Business key of the payment that it gives back.</summary>
    public string PaymentKey { get; init; } = "";

    /// <summary>Day on which it was asked for.</summary>
    public DateOnly Date { get; init; }

    /// <summary>card, banktransfer, others; or the source's word for it.</summary>
    public string Method { get; init; } = "card";
    /// <summary>Upper-case ISO 4217 code.</summary>
    public string Currency { get; init; } = "";
    /// <summary>What went back, in minor units.</summary>
    public long Amount { get; init; }
    /// <summary>pending, requires_action, succeeded, failed, canceled.</summary>
    public string Status { get; init; } = "";
    /// <summary>Why, in the source's word.</summary>
    public string? Reason { get; init; }
}
