System.Console.WriteLine("isthmus");
