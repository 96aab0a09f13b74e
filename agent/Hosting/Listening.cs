using System.Net;

namespace Isthmus.Agent.Hosting;

/// <summary>Where Kestrel listens: at the address of the settings, or nowhere.</summary>
internal static class Listening
{
    public static void Listen(this WebApplicationBuilder builder, InboundOptions inbound)
    {
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 5 * 1024 * 1024;
            if (inbound.Address is not { } address) return;
            var certificate = new ServerCertificate(inbound.Certificate, TimeProvider.System);
            if (address.Scheme == Uri.UriSchemeHttps) certificate.Current();
            kestrel.Listen(Host(address), address.Port, listen =>
            {
                if (address.Scheme == Uri.UriSchemeHttps)
                    listen.UseHttps(https => https.ServerCertificateSelector = (_, _) => certificate.Current());
            });
        });
        // Without an address it would listen at its default one.
        if (inbound.Address is null) builder.Services.AddSingleton<Microsoft.AspNetCore.Hosting.Server.IServer, NoServer>();
    }

    private static IPAddress Host(Uri address) => IPAddress.TryParse(address.DnsSafeHost, out var given) ? given
        : address.IsLoopback ? IPAddress.Loopback : IPAddress.Any;

    /// <summary>No port is open in the outbound mode.</summary>
    private sealed class NoServer : Microsoft.AspNetCore.Hosting.Server.IServer
    {
        public Microsoft.AspNetCore.Http.Features.IFeatureCollection Features { get; } =
            new Microsoft.AspNetCore.Http.Features.FeatureCollection();

        public Task StartAsync<TContext>(
            Microsoft.AspNetCore.Hosting.Server.IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() { }
    }
}
