namespace Isthmus.Cli.Commands;

/// <summary>./run help</summary>
internal static class HelpCommand
{
    private const string Text = """
        ./run [--port N] [--sandbox-port N] [--once] [--fresh]
            Starts the app (http://localhost:7071) and the sandbox of the vendors (http://localhost:7072), plays a few orders and
            shows what becomes of them. Ctrl-C stops both. State lives in .isthmus/, or in the folder that ISTHMUS_HOME names.
            --once stops by itself when the orders are settled; --fresh removes the old state first.

        ./run replay ORDERS.csv [--limit N] [--concurrency N] [--patience SECONDS] [--json] [--keep]
            Plays every invoice of a retailer's file (columns InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice,
            CustomerID, Country) as a paid checkout, cancellations as refunds, waits until all is settled and proves that Stripe,
            Zoho and Sage agree to the cent and to the unit. It runs an app and a sandbox of its own, on free ports, with fresh state
            in .isthmus/replay-N, which is removed when the proof holds (--keep keeps it). --limit takes the first N invoices only.
            --concurrency is how many customers pay at once (16). --json prints one JSON object and nothing else.
            Exit code 0: the proof holds; 1: it does not.

        ./run check [CONNECTION] [--port N]
            Tries the accounts of the running app (stripe, zoho-inventory, sage-100; all when none is named) and says what is wrong
            and how to cure it. Exit code 0: all is well; 1: something is wrong.

        ./run reconcile [--from yyyy-MM-dd] [--to yyyy-MM-dd] [--json] [--port N]
            Has the running app take its payouts apart and prove each day (yesterday and today when none is named) three ways: Stripe's
            balance activity = Zoho's payments and refunds = Sage's orders. Names what differs. Exit code 0: all agrees; 1: it does not.

        ./run load items|customers [--dry-run] [--no-wait] [--port N]
            Has the running app carry all of Sage 100's items or customers to Zoho Inventory, or goes on watching where it does already:
            done, left, records a second, when it will be through. A load survives kill -9 and goes on at its page. --dry-run only
            counts what would change. ./run load pause, resume and cancel steer it. The quantities of new items follow with the next full
            look at the stock: at night, or POST /api/stock/sweep?full=true. Exit code 0: all arrived; 1: not all.

        ./run audit verify [--month yyyyMM] [--port N]
            Reads the audit's chain of hashes from end to end; names every entry that was changed, removed or moved. Exit code 0: it
            is whole; 1: it is not.

        ./run backup DIR
            Copies the state to an empty folder while the app goes on. A plain copy of the folder of a running app is no backup.

        ./run secret set NAME
            Reads a secret from standard input and seals it in the local vault. ./run secret list shows the names.

        ./run bench NAME
            Runs a benchmark; without a name it lists them.

        ./run help
            This page. Exit codes: 2 a wrong command line, 3 something outside is in the way (its cure is printed).
        """;

    public static int Run()
    {
        Console.Out.WriteLine(Text);
        return 0;
    }
}
