namespace Isthmus.Sandbox.Stripe.Parameters;

/// <summary>Currencies Stripe takes and the decimals of their smallest unit.</summary>
internal static class Currencies
{
    private static readonly HashSet<string> WithoutDecimals =
        [.. "bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".Split(' ')];

    private static readonly HashSet<string> WithThreeDecimals = [.. "bhd jod kwd omr tnd".Split(' ')];

    private static readonly HashSet<string> WithTwoDecimals =
    [
        .. ("usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bmd bnd bob brl bsd bwp byn bzd cad cdf chf cny cop crc cve czk "
            + "dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gtq gyd hkd hnl htg huf idr ils inr isk jmd kes kgs khr kyd kzt lak lbp "
            + "lkr lrd lsl mad mdl mkd mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd pab pen pgk php pkr pln qar ron rsd "
            + "rub sar sbd scr sek sgd shp sle sos srd std szl thb tjs top try ttd twd tzs uah ugx uyu uzs wst xcd yer zar zmw").Split(' ')
    ];

    private static readonly Dictionary<string, long> Smallest = new()
    {
        ["usd"] = 50, ["eur"] = 50, ["gbp"] = 30, ["jpy"] = 50, ["chf"] = 50, ["dkk"] = 250, ["nok"] = 300, ["sek"] = 300,
        ["cad"] = 50, ["aud"] = 50, ["nzd"] = 50, ["pln"] = 200, ["czk"] = 1500, ["huf"] = 17500, ["hkd"] = 400, ["mxn"] = 1000
    };

    public static string All { get; } = string.Join(", ", WithTwoDecimals.Concat(WithoutDecimals).Concat(WithThreeDecimals).Order());

    public static bool IsKnown(string code) =>
        WithTwoDecimals.Contains(code) || WithoutDecimals.Contains(code) || WithThreeDecimals.Contains(code);

    /// <summary>Three-decimal amounts must end in 0, since card networks round to two decimals.</summary>
    public static bool NeedsTrailingZero(string code) => WithThreeDecimals.Contains(code);

    /// <summary>Decimals of the smallest unit: 0, 2 or 3.</summary>
    public static int Decimals(string code) => WithoutDecimals.Contains(code) ? 0 : WithThreeDecimals.Contains(code) ? 3 : 2;

    /// <summary>Minor units in one whole unit.</summary>
    public static decimal Scale(string code) => Decimals(code) switch { 0 => 1, 3 => 1000, _ => 100 };

    public static long SmallestCharge(string code) => Smallest.GetValueOrDefault(code, 1);
}
