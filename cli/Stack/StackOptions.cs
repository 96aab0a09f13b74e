namespace Isthmus.Cli.Stack;

/// <summary>Where the local app and its sandbox live.</summary>
internal sealed record StackOptions
{
    public const int UsualAppPort = 7071;

    /// <summary>The folder of the repository.</summary>
    public required string Root { get; init; }

    /// <summary>The state folder.</summary>
    public required string Home { get; init; }

    /// <summary>The app's port; 0 takes a free one.</summary>
    public int AppPort { get; init; } = UsualAppPort;

    /// <summary>The sandbox's port; 0 takes a free one.</summary>
    public int SandboxPort { get; init; } = 7072;

    /// <summary>Whether the sandbox's records outlive it.</summary>
    public bool KeepSandbox { get; init; } = true;

    /// <summary>
    /// Whether calls to the vendors are held back to what real accounts allow. Replays measure the program, not the
    /// waiting.
    /// </summary>
    public bool RealLimits { get; init; }

    /// <summary>
    /// Fixed answers instead of vendors, started with these arguments of the sandbox's <c>--constant</c> mode; null for the vendors.
    /// </summary>
    public IReadOnlyList<string>? Constant { get; init; }

    /// <summary>What the sandbox draws its ids and faults from; null leaves it to the sandbox.</summary>
    public int? Seed { get; init; }

    /// <summary>How far the sandbox's clock is behind at first, for records that are older than they take to enter.</summary>
    public TimeSpan SandboxBehind { get; init; }

    /// <summary>Whether the app is connected to Zoho CRM, Sage 300 and Sage Intacct too.</summary>
    public bool Crm { get; init; }

    /// <summary>Settings of the app besides those that it needs.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Where a program lies, by its folder in the repository and its assembly; null takes what ./run built.</summary>
    public Func<string, string, string>? Programs { get; init; }

    /// <summary>Where the programs' logs go; null puts them into the state folder.</summary>
    public string? LogFolder { get; init; }

    public string Logs => LogFolder ?? Path.Combine(Home, "logs");

    public string Mappings => Path.Combine(Root, "mappings");
}
