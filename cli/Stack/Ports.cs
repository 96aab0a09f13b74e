using System.Net;
using System.Net.Sockets;

namespace Isthmus.Cli.Stack;

/// <summary>Ports of this machine.</summary>
internal static class Ports
{
    private const int FirstLasting = 20_000;
    private const int LastingRange = 10_000;
    private static int last = Environment.ProcessId * 97 % LastingRange;

    /// <summary>
    /// A free port below those that the system gives to outgoing connections, and never the same twice, so that a program that
    /// is started again finds its port free.
    /// </summary>
    public static int Lasting()
    {
        while (true)
        {
            var port = FirstLasting + (Interlocked.Increment(ref last) % LastingRange);
            try { return Claim(port, "the app", "--port"); }
            catch (StackException) { /* somebody has it: the next */ }
        }
    }

    /// <summary>The port itself when nobody listens there, or any free one for 0.</summary>
    /// <exception cref="StackException">Somebody listens there.</exception>
    public static int Claim(int port, string program, string option)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            throw new StackException(
                $"Port {port}, which {program} needs, is taken by another program.",
                $"Stop that program (another ./run perhaps), or give another port: ./run {option} {port + 100}");
        }
    }
}
