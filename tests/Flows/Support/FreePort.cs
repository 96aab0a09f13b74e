using System.Net;
using System.Net.Sockets;

namespace Isthmus.Flows.Tests.Support;

/// <summary>
/// Ports below those that the system gives to outgoing connections, so that an app that is started again finds its own port free, and
/// above those that <c>./run</c> takes for programs of its own.
/// </summary>
internal static class FreePort
{
    private static int last = 30_000 + (Environment.ProcessId % 27 * 100);

    public static int Next()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref last);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try { listener.Start(); }
            catch (SocketException) { continue; }
            return port;
        }
    }
}
