namespace Isthmus.Sandbox.Hosting;

/// <summary>How this sandbox process runs.</summary>
internal sealed record SandboxOptions
{
    /// <summary>Where it listens; port 0 takes any free one.</summary>
    public string Url { get; set; } = "http://localhost:7072";

    /// <summary>Folder of sandbox.json; null keeps nothing across restarts.</summary>
    public string? StateDirectory { get; set; }

    /// <summary>Seed of ids and of faults by rate; null takes one from the clock, so that ids differ from run to run.</summary>
    public int? Seed { get; set; }

    /// <summary>The clock underneath the sandbox's own.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>How far the sandbox's clock is behind that one at first; whoever set it back moves it forward by the clock's control.</summary>
    public TimeSpan Behind { get; set; }

    /// <summary>Pause between two snapshots while records change.</summary>
    public TimeSpan SnapshotEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Fixed answers instead of vendors: see <see cref="Constant.ConstantSandbox"/>.</summary>
    public bool Constant { get; set; }

    /// <summary>How long each vendor takes in constant mode.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Calls a second that a vendor takes in constant mode before it answers 429; null for no limit.</summary>
    public int? Limit { get; set; }

    /// <summary>The one vendor that the limit holds for; null for every one.</summary>
    public string? LimitedVendor { get; set; }

    public bool Limited(string vendor) => LimitedVendor is null || LimitedVendor == vendor;
}
