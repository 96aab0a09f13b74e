using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Isthmus.Agent.Hosting;

/// <summary>How far a service is. The numbers are Windows' own.</summary>
internal enum ServiceState { Stopped = 1, StartPending = 2, StopPending = 3, Running = 4 }

/// <summary>Windows' service manager (advapi32): https://learn.microsoft.com/windows/win32/services/service-functions.</summary>
[SupportedOSPlatform("windows")]
internal static class ServiceManager
{
    public const int Stop = 1;
    public const int Shutdown = 5;

    private const int OwnProcess = 0x10;
    private const int AcceptsStopAndShutdown = 0x1 | 0x4;

    public delegate void Main(int count, IntPtr arguments);

    public delegate int Handler(int control, int type, IntPtr data, IntPtr context);

    /// <summary>
    /// Hands the calling thread to the service manager until the service has ended; false where that did not start us.
    /// </summary>
    public static bool Connect(string name, Main main)
    {
        var named = Marshal.StringToHGlobalUni(name);
        try
        {
            var entry = new Entry { Name = named, Main = Marshal.GetFunctionPointerForDelegate(main) };
            return StartServiceCtrlDispatcherW([entry, default]);
        }
        finally
        {
            Marshal.FreeHGlobal(named);
        }
    }

    public static IntPtr Register(string name, Handler handler) => RegisterServiceCtrlHandlerExW(name, handler, IntPtr.Zero);

    public static void Tell(IntPtr service, ServiceState state, TimeSpan patience)
    {
        var waits = state is ServiceState.StartPending or ServiceState.StopPending;
        var status = new Status
        {
            Type = OwnProcess, State = (int)state, Accepts = state == ServiceState.Running ? AcceptsStopAndShutdown : 0,
            Checkpoint = waits ? 1 : 0, WaitHint = waits ? (int)patience.TotalMilliseconds : 0,
        };
        SetServiceStatus(service, ref status);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Entry
    {
        public IntPtr Name;
        public IntPtr Main;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Status
    {
        public int Type;
        public int State;
        public int Accepts;
        public int ExitCode;
        public int OwnExitCode;
        public int Checkpoint;
        public int WaitHint;
    }

    [DllImport("advapi32.dll", SetLastError = true)]
    private static extern bool StartServiceCtrlDispatcherW([In] Entry[] table);

    [DllImport("advapi32.dll", CharSet = CharSet.Unicode, SetLastError = true)]
    private static extern IntPtr RegisterServiceCtrlHandlerExW(string name, Handler handler, IntPtr context);

    [DllImport("advapi32.dll", SetLastError = true)]
    private static extern bool SetServiceStatus(IntPtr service, ref Status status);
}
