System.Console.WriteLine("usage: bench NAME");
