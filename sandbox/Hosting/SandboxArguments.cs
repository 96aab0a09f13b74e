namespace Isthmus.Sandbox.Hosting;

/// <summary>Reads --port N, --url URL, --state DIR, --seed N, --behind SECONDS; --constant with --latency MS and --limit N or VENDOR=N.</summary>
internal static class SandboxArguments
{
    public static SandboxOptions Read(IReadOnlyList<string> args)
    {
        var options = new SandboxOptions();
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--constant") options.Constant = true;
            else if (i + 1 >= args.Count) throw new ArgumentException($"{args[i]} needs a value.");
            else Apply(options, args[i], args[++i]);
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
            case "--behind": options.Behind = TimeSpan.FromSeconds(Number(name, value)); break;
            case "--latency": options.Latency = TimeSpan.FromMilliseconds(Number(name, value)); break;
            case "--limit": Limit(options, name, value); break;
            default:
                throw new ArgumentException(
                    $"{name} is not known. Known: --port, --url, --state, --seed, --behind, --constant, --latency, --limit.");
        }
    }

    private static void Limit(SandboxOptions options, string name, string value)
    {
        var split = value.LastIndexOf('=');
        if (split > 0) options.LimitedVendor = value[..split];
        options.Limit = Number(name, value[(split + 1)..]);
    }

    private static int Number(string name, string value) =>
        int.TryParse(value, out var number) ? number : throw new ArgumentException($"{name} takes a whole number, not '{value}'.");
}
