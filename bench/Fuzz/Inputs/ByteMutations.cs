using System.Text;

namespace Isthmus.Fuzz;

/// <summary>Spoils bytes without knowing what they mean.</summary>
internal static class ByteMutations
{
    private const int Longest = 256 * 1024;

    /// <summary>One to three changes.</summary>
    public static byte[] Of(byte[] input, Dice dice)
    {
        for (var times = 1 + dice.Below(3); times > 0; times--) input = Once(input, dice);
        return input.Length <= Longest ? input : input[..Longest];
    }

    /// <summary>As the other, for what must stay a text.</summary>
    public static string Of(string input, Dice dice) => Encoding.UTF8.GetString(Of(Encoding.UTF8.GetBytes(input), dice));

    private static byte[] Once(byte[] input, Dice dice)
    {
        var at = input.Length == 0 ? 0 : dice.Below(input.Length);
        var length = Math.Min(dice.Small(64) + 1, input.Length - at);
        return dice.Below(11) switch
        {
            0 => input[..at],
            1 => [.. input[..at], .. input[(at + length)..]],
            2 => [.. input[..at], .. Repeated(input[at..(at + length)], 1 + dice.Small(2000)), .. input[at..]],
            3 => [.. input[..at], (byte)dice.Below(256), .. input[at..]],
            4 => [.. input[..at], .. Encoding.UTF8.GetBytes(OddTexts.Any(dice)), .. input[at..]],
            5 => [.. input[..at], .. Encoding.UTF8.GetBytes(OddTexts.Any(dice)), .. input[(at + length)..]],
            6 => [0xEF, 0xBB, 0xBF, .. input],
            7 => [.. input[..at], 0xC3, 0x28, 0xFF, .. input[at..]],
            8 => [.. input[at..], .. input[..at]],
            9 => [],
            _ => Flipped(input, at, dice),
        };
    }

    private static byte[] Flipped(byte[] input, int at, Dice dice)
    {
        if (input.Length == 0) return [0];
        var copy = (byte[])input.Clone();
        copy[at] ^= (byte)(1 << dice.Below(8));
        return copy;
    }

    private static IEnumerable<byte> Repeated(byte[] slice, int times) =>
        Enumerable.Repeat(slice, Math.Min(times, 1 + (Longest / Math.Max(1, slice.Length)))).SelectMany(bytes => bytes);
}
