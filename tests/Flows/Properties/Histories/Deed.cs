namespace Isthmus.Flows.Tests.Properties;

/// <summary>One thing that happens in a history.</summary>
public abstract partial record Deed
{
    private Deed() { }

    /// <summary>Somebody pays an order.</summary>
    public sealed record Buys(Basket Basket) : Deed
    {
        public override string ToString() => Basket.ToString();
    }

    /// <summary>The merchant captures a part of an authorised payment.</summary>
    public sealed record Captures(int Payment, int Tenths) : Deed
    {
        public override string ToString() => $"{Tenths} tenths of payment {Payment} are captured";
    }

    /// <summary>The merchant cancels a payment.</summary>
    public sealed record Cancels(int Payment) : Deed
    {
        public override string ToString() => $"payment {Payment} is cancelled";
    }

    /// <summary>Money that was on its way comes, or does not.</summary>
    public sealed record Settles(int Payment, bool Comes) : Deed
    {
        public override string ToString() => $"the money of payment {Payment} {(Comes ? "comes" : "does not come")}";
    }

    /// <summary>Something goes wrong from now on, a few times.</summary>
    public sealed record Breaks(string Vendor, string Kind, int Times, int Status) : Deed
    {
        public override string ToString() =>
            $"fault: {Vendor} {Kind}{(Kind.StartsWith("status", StringComparison.Ordinal) ? $" {Status}" : "")} x {Times}";
    }

    /// <summary>The app ends and starts again.</summary>
    public sealed record Restarts(bool Killed) : Deed
    {
        public override string ToString() => Killed ? "the app is killed and started" : "the app is restarted";
    }

    /// <summary>The app looks for what no webhook brought.</summary>
    public sealed record Sweeps : Deed
    {
        public override string ToString() => "a sweep";
    }

    /// <summary>An operator decides about every run that is held.</summary>
    public sealed record Decides(bool Approve) : Deed
    {
        public override string ToString() => Approve ? "held runs are approved" : "held runs are rejected";
    }

    /// <summary>An operator resubmits every dead letter.</summary>
    public sealed record Resubmits(bool FromStep) : Deed
    {
        public override string ToString() => $"dead letters are resubmitted from the {(FromStep ? "failed step" : "start")}";
    }

    /// <summary>The missing items are entered.</summary>
    public sealed record Enters : Deed
    {
        public override string ToString() => "the missing items are entered";
    }

    /// <summary>Goods leave the house.</summary>
    public sealed record Ships(int Payment, bool Part) : Deed
    {
        public override string ToString() => $"{(Part ? "one of each of the" : "the")} goods of payment {Payment} are shipped";
    }

    /// <summary>Nothing happens until everything is at rest.</summary>
    public sealed record Pauses : Deed
    {
        public override string ToString() => "a pause";
    }
}
