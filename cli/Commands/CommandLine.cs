using System.Globalization;

namespace Isthmus.Cli.Commands;

/// <summary>The words of a command line: options with a value, switches, and the rest in order.</summary>
internal sealed class CommandLine
{
    private readonly Dictionary<string, string> options = new(StringComparer.Ordinal);
    private readonly List<string> words = [];

    public CommandLine(IReadOnlyList<string> args, string[] withValue, string[] switches)
    {
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = Split(args[i]);
            if (!name.StartsWith("--", StringComparison.Ordinal)) words.Add(args[i]);
            else if (switches.Contains(name) && value is null) options[name] = "";
            else if (!withValue.Contains(name)) throw new UsageException($"{name} is not known here. See ./run help.");
            else if (value is not null) options[name] = value;
            else if (i + 1 < args.Count) options[name] = args[++i];
            else throw new UsageException($"{name} needs a value.");
        }
    }

    public bool Has(string name) => options.ContainsKey(name);

    public int? Number(string name, int least) => !options.TryGetValue(name, out var text) ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number
        : throw new UsageException($"{name} takes a whole number from {least}, not '{text}'.");

    public DateOnly? Day(string name) => !options.TryGetValue(name, out var text) ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new UsageException($"{name} takes a day such as 2026-11-21, not '{text}'.");

    /// <summary>The words that are no options; as many as are named, in that order.</summary>
    public IReadOnlyList<string> Words(params string[] names) => words.Count == names.Length
        ? words
        : throw new UsageException(words.Count < names.Length
            ? $"{names[words.Count]} is missing. See ./run help."
            : $"'{words[names.Length]}' is one word too many. See ./run help.");

    private static (string Name, string? Value) Split(string arg)
    {
        var equals = arg.IndexOf('=');
        return arg.StartsWith("--", StringComparison.Ordinal) && equals > 0 ? (arg[..equals], arg[(equals + 1)..]) : (arg, null);
    }
}
