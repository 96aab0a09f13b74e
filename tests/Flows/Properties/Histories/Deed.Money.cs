namespace Isthmus.Flows.Tests.Properties;

/// <summary>What happens to money after it came, and to goods.</summary>
public abstract partial record Deed
{
    /// <summary>Money goes back in Stripe's dashboard.</summary>
    public sealed record Refunds(int Payment, int Tenths, bool Pending) : Deed
    {
        public override string ToString() => $"{Tenths} tenths of payment {Payment} go back in Stripe{(Pending ? ", later" : "")}";
    }

    /// <summary>A person credits a part of an invoice in Zoho and records that it is paid back.</summary>
    public sealed record Credits(int Payment, int Tenths) : Deed
    {
        public override string ToString() => $"{Tenths} tenths of payment {Payment} are credited and paid back in Zoho";
    }

    /// <summary>The bank's word on a refund.</summary>
    public sealed record Answers(int Refund, bool Succeeds) : Deed
    {
        public override string ToString() => $"refund {Refund} {(Succeeds ? "succeeds" : "fails")}";
    }

    /// <summary>The bank takes money of a payment, or asks about it first.</summary>
    public sealed record Disputes(int Payment, bool Inquiry) : Deed
    {
        public override string ToString() => $"payment {Payment} is {(Inquiry ? "asked about" : "disputed")}";
    }

    /// <summary>The bank decides a dispute.</summary>
    public sealed record Rules(int Dispute, bool Won) : Deed
    {
        public override string ToString() => $"dispute {Dispute} is {(Won ? "won" : "lost")}";
    }

    /// <summary>What is there is paid out.</summary>
    public sealed record PaysOut(string To) : Deed
    {
        public override string ToString() => $"a payout of every currency, {To}";
    }

    /// <summary>A payout comes back.</summary>
    public sealed record Bounces(int Payout) : Deed
    {
        public override string ToString() => $"payout {Payout} comes back";
    }

    /// <summary>Goods that were shipped come back.</summary>
    public sealed record Returns(int Payment, bool Received) : Deed
    {
        public override string ToString() => $"the goods of payment {Payment} come back{(Received ? " and are taken in" : "")}";
    }

    /// <summary>Goods come into the house.</summary>
    public sealed record Receives(int Sku, int Units) : Deed
    {
        public override string ToString() => $"{Units} of {Catalogue.Sku(Sku)} come in";
    }

    /// <summary>An old event comes once more.</summary>
    public sealed record Repeats(int Event) : Deed
    {
        public override string ToString() => $"event {Event} comes again";
    }
}
