namespace Isthmus.Bench.Measuring;

/// <summary>Who used the cores, so that one sees what the figure is a limit of.</summary>
internal sealed record Saturation(double App, double Sandbox, double Driver, string Saturated)
{
    private const double Full = 0.9;

    public static Saturation Of(ProcessUse app, ProcessUse? sandbox, ProcessUse driver)
    {
        var (a, s, d) = (app.Share, sandbox?.Share ?? 0, driver.Share);
        var all = a + s + d;
        var saturated = all >= Full
            ? $"the cores: app {a / all:P0}, sandbox {s / all:P0}, driver {d / all:P0} of what is used"
            : $"not the cores ({all:P0} used): the disk's fsync, a limit of calls at once, or the pace of the driver";
        return new(Math.Round(a, 3), Math.Round(s, 3), Math.Round(d, 3), saturated);
    }
}
