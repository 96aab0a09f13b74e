using Isthmus.Sandbox.Clock;
using Isthmus.Sandbox.Constant;
using Isthmus.Sandbox.Faults;
using Isthmus.Sandbox.Intacct;
using Isthmus.Sandbox.Sage100;
using Isthmus.Sandbox.Sage300;
using Isthmus.Sandbox.State;
using Isthmus.Sandbox.Stripe;
using Isthmus.Sandbox.Webhooks;
using Isthmus.Sandbox.Zoho;
using Isthmus.Sandbox.ZohoCrm;
using Isthmus.Sandbox.ZohoInventory;

namespace Isthmus.Sandbox.Hosting;

/// <summary>Puts the sandbox together: one web application that serves every vendor.</summary>
internal static class SandboxApp
{
    /// <summary>The one list of vendors.</summary>
    private static IReadOnlyList<IVendor> Vendors(SandboxServices services)
    {
        var accounts = new AccountsServer();
        return
        [
            new StripeVendor(services),
            new ZohoVendor(services, accounts),
            new CrmVendor(services, accounts),
            new SageVendor(services),
            new WebApiVendor(services),
            new IntacctVendor(services)
        ];
    }

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            await app.RunAsync();
            return 0;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidDataException or IOException)
        {
            await Console.Error.WriteLineAsync($"The sandbox cannot start: {exception.Message}");
            return 1;
        }
    }

    /// <summary>The application, not yet started. Arguments: see <see cref="SandboxArguments"/>.</summary>
    public static WebApplication Build(string[] args, Action<SandboxOptions>? configure = null)
    {
        var options = SandboxArguments.Read(args);
        configure?.Invoke(options);
        if (options.Constant) return ConstantSandbox.Build(options);
        var seed = options.Seed ?? (int)(options.Time.GetUtcNow().Ticks % int.MaxValue);
        var clock = new SandboxClock(options.Time, -options.Behind);
        var faults = new FaultPlan(seed);
        var changes = new ChangeSignal();
        var webhooks = new WebhookSender(clock, faults);
        var services = new SandboxServices(clock, faults, new IdSource(seed), webhooks, changes);
        return Assemble(options, services, Vendors(services));
    }

    private static WebApplication Assemble(SandboxOptions options, SandboxServices services, IReadOnlyList<IVendor> vendors)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(options.Url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddHostedService(_ => services.Webhooks);
        if (options.StateDirectory is not null)
            builder.Services.AddHostedService(_ =>
                new Snapshots(new SandboxState(services, vendors), services.Changes, options));

        var app = builder.Build();
        var counts = new CallCounts();
        var pipeline = new VendorPipeline(vendors, counts, new FaultMiddleware(services.Faults, options.Time), services.Changes);
        app.UseRouting();
        app.Use(next => context => pipeline.RunAsync(context, next));
        SandboxControls.Map(app, vendors, counts);
        ClockControls.Map(app, services.Clock);
        FaultControls.Map(app, services.Faults, vendors);
        foreach (var vendor in vendors) vendor.Map(app);
        return app;
    }
}
