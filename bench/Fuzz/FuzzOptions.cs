using System.Globalization;

namespace Isthmus.Fuzz;

/// <summary>What is asked for.</summary>
/// <param name="Inputs">How many inputs, over all targets.</param>
/// <param name="Seed">Where chance begins.</param>
/// <param name="Target">One target alone, or null for all.</param>
/// <param name="Only">One input alone, by its number.</param>
public sealed record FuzzOptions(long Inputs = 1_000_000, ulong Seed = 1, string? Target = null, long? Only = null)
{
    /// <exception cref="ArgumentException">An option is unknown or has no value.</exception>
    public static FuzzOptions Read(string[] args)
    {
        var options = new FuzzOptions();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length) throw new ArgumentException($"{args[i]} needs a value.");
            options = args[i] switch
            {
                "--inputs" => options with { Inputs = Number(args[i + 1]) },
                "--seed" => options with { Seed = (ulong)Number(args[i + 1]) },
                "--target" => options with { Target = args[i + 1] },
                "--only" => options with { Only = Number(args[i + 1]) },
                _ => throw new ArgumentException($"There is no option {args[i]}; there are --inputs, --seed, --target and --only."),
            };
        }
        return options;
    }

    private static long Number(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
