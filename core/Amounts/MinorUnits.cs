namespace Isthmus.Core.Amounts;

/// <summary>Minor units to decimals of the main unit and back, exactly.</summary>
public static class MinorUnits
{
    private static readonly decimal[] Powers = [1m, 10m, 100m, 1_000m, 10_000m, 100_000m, 1_000_000m];

    /// <summary>The main unit: 1250 and exponent 2 give 12.50. Fractions of a minor unit are kept.</summary>
    public static decimal ToDecimal(decimal minor, int exponent)
    {
        if (decimal.Truncate(minor) != minor || Math.Abs(minor) > long.MaxValue)
            return minor / Powers[exponent];
        var units = (ulong)Math.Abs(minor);
        return new decimal((int)(uint)units, (int)(uint)(units >> 32), 0, minor < 0, (byte)exponent);
    }

    /// <summary>Minor units with any fraction: 0.125 and exponent 2 give 12.5.</summary>
    public static decimal FromDecimal(decimal amount, int exponent) => amount * Powers[exponent];

    /// <summary>Whole minor units; false when a fraction would be lost or the amount does not fit.</summary>
    public static bool TryFromDecimal(decimal amount, int exponent, out long minor)
    {
        minor = 0;
        if (Math.Abs(amount) > 9_000_000_000_000m)
            return false;
        var exact = FromDecimal(amount, exponent);
        minor = (long)decimal.Truncate(exact);
        return minor == exact;
    }

    /// <summary>Rounds half away from zero, as Sage and Zoho do.</summary>
    public static decimal Round(decimal amount, int decimals) => Math.Round(amount, decimals, MidpointRounding.AwayFromZero);
}
