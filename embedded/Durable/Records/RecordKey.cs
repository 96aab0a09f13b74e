namespace Isthmus.Embedded.Durable.Records;

/// <summary>An execution and a number within it as one key; all keys of an execution are neighbours.</summary>
internal static class RecordKey
{
    private const int Bits = 24;

    public static long Of(long execution, int number) => number < 1 << Bits
        ? (execution << Bits) | (uint)number
        : throw new InvalidOperationException(
            "The history of an orchestration has at most 16,777,216 events; continue as new before that.");

    public static long First(long execution) => execution << Bits;

    public static long Last(long execution) => ((execution + 1) << Bits) - 1;

    public static long Execution(long key) => key >> Bits;

    public static int Number(long key) => (int)(key & ((1 << Bits) - 1));
}
