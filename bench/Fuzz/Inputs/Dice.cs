namespace Isthmus.Fuzz;

/// <summary>A seeded source of chance (SplitMix64): the same seed, target and number make the same input on every machine.</summary>
internal sealed class Dice(ulong state)
{
    private ulong state = state;

    public static Dice Of(ulong seed, string target, long number)
    {
        var mixed = seed * 0x9E3779B97F4A7C15;
        foreach (var letter in target) mixed = (mixed ^ letter) * 0x100000001B3;
        return new Dice(mixed ^ ((ulong)number * 0xBF58476D1CE4E5B9));
    }

    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>True once in so many times.</summary>
    public bool OnceIn(int times) => Below(times) == 0;

    public T One<T>(IReadOnlyList<T> of) => of[Below(of.Count)];

    /// <summary>Small most of the time, seldom up to the limit.</summary>
    public int Small(int limit) => Below(1 + Below(1 + Below(limit)));

    private ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
