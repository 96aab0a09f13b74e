namespace Isthmus.Sandbox.Hosting;

/// <summary>Reads --port N, --url URL, --state DIR and --seed N.</summary>
internal static class SandboxArguments
{
    public static SandboxOptions Read(IReadOnlyList<string> args)
    {
        var options = new SandboxOptions();
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 >= args.Count) throw new ArgumentException($"{args[i]} needs a value.");
            Apply(options, args[i], args[i + 1]);
        }
        return options;
    }

    private static void Apply(SandboxOptions options, string name, string value)
    {
        switch (name)
        {
            case "--port": options.Url = $"http://localhost:{Number(name, value)}"; break;
            case "--url" or "--urls": options.Url = value; break;
            case "--state": options.StateDirectory = value; break;
            case "--seed": options.Seed = Number(name, value); break;
            default: throw new ArgumentException($"{name} is not known. Known: --port, --url, --state, --seed.");
        }
    }

    private static int Number(string name, string value) =>
        int.TryParse(value, out var number) ? number : throw new ArgumentException($"{name} takes a whole number, not '{value}'.");
}
