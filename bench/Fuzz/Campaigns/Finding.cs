namespace Isthmus.Fuzz;

/// <summary>An input that something is wrong with.</summary>
/// <param name="Target">What took it.</param>
/// <param name="Number">Which input it was; with the seed, it is made again.</param>
/// <param name="Why">What was wrong.</param>
/// <param name="Input">The input, shortened.</param>
public sealed record Finding(string Target, long Number, string Why, string Input)
{
    public override string ToString() => $"{Target} #{Number}: {Why}\n    {Input}";
}
